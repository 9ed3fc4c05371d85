/** How the bench prints: one figure a row. */
export const ms = (value) => `${value.toFixed(2)} ms`;
export const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
export const row = (what, ...figures) => console.log(`${what.padEnd(52)} ${figures.join("   ")}`.trimEnd());
export const spreadOf = ({ best, median, p95 }) => `best ${ms(best)}, median ${ms(median)}, p95 ${ms(p95)}`;
