/** Of a frame of sound this share may be no numbers and still be mended; more, and nothing is known of it. */
const MOST_MISSING = 0.25;

/**
 * Samples that are not finite go the straight way from their neighbours; all are cut to ±1.
 * @returns `pcm` itself where nothing is to be mended, a copy otherwise; null where too many are no numbers.
 */
export function mendPcm(pcm: Float32Array): Float32Array | null {
  let bad = 0;
  let loud = false;
  for (const x of pcm) {
    if (!Number.isFinite(x)) bad++;
    else if (x > 1 || x < -1) loud = true;
  }
  if (bad > MOST_MISSING * pcm.length) return null;
  if (bad === 0 && !loud) return pcm;
  const out = pcm.map((x) => Math.min(1, Math.max(-1, x)));
  for (let at = 0; at < out.length; at++) {
    if (Number.isFinite(pcm[at]!)) continue;
    let end = at;
    while (end < out.length && !Number.isFinite(pcm[end]!)) end++;
    const before = at > 0 ? out[at - 1]! : (out[end] ?? 0);
    const after = end < out.length ? out[end]! : before;
    for (let i = at; i < end; i++) out[i] = before + ((after - before) * (i - at + 1)) / (end - at + 1);
    at = end;
  }
  return out;
}
