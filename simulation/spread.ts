/**
 * Share a whole number out by weights（按比例分配）: the shares add up to the total exactly.
 *
 * @param least - what each gets in any case, as far as the total reaches
 */
export function spread(total: number, weights: readonly number[], least = 0): number[] {
  if (weights.length === 0) return [];
  const base = Math.min(least, Math.floor(total / weights.length));
  const rest = total - base * weights.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? rest / weights.length : (rest * weight) / sum));
  const shares = exact.map((share) => base + Math.floor(share));
  const missing = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact.map((share, index) => [share - Math.floor(share), index] as const).sort(([a, i], [b, j]) => b - a || i - j);
  for (const [, index] of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** The same, but no share leaves its bounds while another still has room. */
export function spreadWithin(total: number, weights: readonly number[], least: number, most: number): number[] {
  const shares = spread(total, weights).map((share) => Math.min(most, Math.max(least, share)));
  let missing = total - shares.reduce((all, share) => all + share, 0);
  for (let idle = 0, index = 0; missing !== 0 && idle < shares.length; index = (index + 1) % shares.length, idle++) {
    const step = Math.sign(missing);
    const next = (shares[index] ?? 0) + step;
    if (next < least || next > most) continue;
    shares[index] = next;
    missing -= step;
    idle = -1;
  }
  if (missing === 0) return shares;
  return spread(
    total,
    shares.map((share) => Math.max(share, 1)),
  );
}
