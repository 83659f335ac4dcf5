// Corrects what the worker's DTLS callback answers to OpenSSL.
//
// A BIO callback that runs after an operation must hand back that operation's
// result. The worker's answers 1 to everything but a plain read or write. The
// OpenSSL that mediasoup normally builds does not mind; a distribution's is
// built with kernel TLS, asks the BIO "is kernel TLS on?", takes the 1 as yes,
// allocates no buffer and dies in the first DTLS handshake.
#pragma once

#include_next <openssl/bio.h>

// A macro, because the callback must be a plain function pointer: the lambda
// may name the worker's function but cannot capture it.
#define BIO_set_callback_ex(bio, callback)                                                         \
	BIO_set_callback_ex(                                                                             \
	  bio,                                                                                           \
	  [](BIO* b, int operation, const char* data, size_t length, int argi, long argl, int result,   \
	     size_t* processed) -> long                                                                  \
	  {                                                                                              \
		  const long answer = callback(b, operation, data, length, argi, argl, result, processed);   \
		  return (operation & BIO_CB_RETURN) ? result : answer;                                      \
	  })
