/**
 * Loaded into the server before anything else (`--import`). When the process
 * that started it is gone without having been able to say so (`kill -9`), the
 * server ends as it would on SIGTERM, instead of holding the port for ever.
 */
import process from 'node:process';

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening alone would keep a server alive that has nothing left to do.
process.channel?.unref();
