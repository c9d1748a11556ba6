/**
 * Rejects after so many milliseconds, whatever the work is waiting for: discord.js sleeps through a rate limit, and
 * hears of the signal only then. What is sent with the signal is not sent any more from that moment on.
 */
export async function within<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const signal = AbortSignal.timeout(milliseconds);
  const { promise: late, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([work(signal), late]);
}
