const intervalMilliseconds = 1_000;

/**
 * Do work every second until the returned function is called; it waits for a round in progress（每秒一轮）.
 *
 * A round that takes longer than a second is not followed by a queue of others, and one that fails is followed by the next.
 */
export function everySecond(work: () => Promise<unknown>, onFailure: (error: unknown) => void): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= work()
      .catch(onFailure)
      .finally(() => {
        round = undefined;
      });
  }, intervalMilliseconds);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
