// Offers the calls of libsrtp 3 that the worker makes, on top of the
// distribution's libsrtp 2. In C++ they are overloads beside libsrtp 2's own
// functions of the same name. Two things differ between the versions: the policy
// is an opaque object with setters, and packets are written to a second buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <srtp2/srtp.h>

// Error codes of libsrtp 3 that libsrtp 2 never returns; the worker has texts for them.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

namespace srtp3
{
	struct Policy
	{
		srtp_policy_t srtp2{};
		// Master key and salt, one after the other as libsrtp 2 wants them.
		unsigned char key[SRTP_MAX_KEY_LEN]{};

		~Policy()
		{
			// Keys must not stay behind in freed memory; a plain memset may be optimised away.
			volatile unsigned char* byte = key;
			for (size_t i = 0; i < sizeof(key); ++i)
			{
				byte[i] = 0;
			}
		}
	};

	using PolicyPointer = Policy*;

	// libsrtp 2 works in place and appends a trailer, so the packet is copied into
	// the output buffer first and that buffer must have room for the longest trailer.
	template<typename Operation>
	srtp_err_status_t inPlace(
	  Operation operation, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t trailer)
	{
		if (inLength + trailer > *outLength)
		{
			return srtp_err_status_buffer_small;
		}
		if (in != out)
		{
			std::memmove(out, in, inLength);
		}

		int length             = static_cast<int>(inLength);
		const auto status      = operation(out, &length);
		*outLength             = static_cast<size_t>(length);

		return status;
	}
} // namespace srtp3

// From here on the name means libsrtp 3's type: a pointer to an opaque policy.
#define srtp_policy_t srtp3::PolicyPointer

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new srtp3::Policy();
	return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->srtp2.ssrc = ssrc;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->srtp2.rtp, profile);
	if (status != srtp_err_status_ok)
	{
		return status;
	}
	return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->srtp2.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*mki*/,
  size_t /*mkiLength*/)
{
	if (keyLength + saltLength > sizeof(policy->key))
	{
		return srtp_err_status_bad_param;
	}
	std::memcpy(policy->key, key, keyLength);
	std::memcpy(policy->key + keyLength, salt, saltLength);
	policy->srtp2.key = policy->key;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->srtp2.allow_repeat_tx = allow ? 1 : 0;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t packets)
{
	policy->srtp2.window_size = packets;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, &policy->srtp2);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrcInNetworkOrder)
{
	return srtp_remove_stream(session, ssrcInNetworkOrder);
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLength, uint8_t* srtp, size_t* srtpLength, size_t /*mki*/)
{
	return srtp3::inPlace(
	  [session](uint8_t* packet, int* length) { return srtp_protect(session, packet, length); },
	  rtp, rtpLength, srtp, srtpLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLength, uint8_t* rtp, size_t* rtpLength)
{
	return srtp3::inPlace(
	  [session](uint8_t* packet, int* length) { return srtp_unprotect(session, packet, length); },
	  srtp, srtpLength, rtp, rtpLength, 0);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLength, uint8_t* srtcp, size_t* srtcpLength, size_t /*mki*/)
{
	return srtp3::inPlace(
	  [session](uint8_t* packet, int* length) { return srtp_protect_rtcp(session, packet, length); },
	  rtcp, rtcpLength, srtcp, srtcpLength, SRTP_MAX_TRAILER_LEN + sizeof(uint32_t));
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLength, uint8_t* rtcp, size_t* rtcpLength)
{
	return srtp3::inPlace(
	  [session](uint8_t* packet, int* length) { return srtp_unprotect_rtcp(session, packet, length); },
	  srtcp, srtcpLength, rtcp, rtcpLength, 0);
}
