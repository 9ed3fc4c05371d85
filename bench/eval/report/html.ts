/** HTML as strings; text is escaped at the leaves. */
export function text(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Three places without a leading 0, as the bench's tables have it. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value.toFixed(3).replace(/^(-?)0\./, "$1.");
}

/** Only where the figure differs from what is known: fewer than .001 is said so. */
export function probability(p: number): string {
  if (Number.isNaN(p)) return "–";
  return p < 0.001 ? "&lt; .001" : figure(p);
}

/** Cells are HTML; the first column is the row's name. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<${tag}>${cell}</${tag}>`)).join("");
  const headRow = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("\n");
  return `<div class="wide"><table><thead><tr>${headRow}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

export function svg(width: number, height: number, label: string, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(label)}">${body}</svg>`;
}
