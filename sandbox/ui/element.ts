export { element, setText } from "../../src/explain/overlay/dom.js";

/** A 20 × 20 line icon from path data. The paths are ours, never from outside. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  send: "M3 10h13M11 5l5 5-5 5",
  tour: "M4 17V4m0 0h9l-2 3 2 3H4",
  crash: "M10 2v5M10 13v5M2 10h5M13 10h5M4.5 4.5l3 3M12.5 12.5l3 3M15.5 4.5l-3 3M7.5 12.5l-3 3",
  bell: "M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 18h3",
  sound: "M3 8v4h3l4 3.5v-11L6 8zM13 7.5a4 4 0 0 1 0 5M15.5 5a7.5 7.5 0 0 1 0 10",
  mind: "M1.5 10q8.5-11 17 0-8.5 11-17 0zM10 7.2a2.8 2.8 0 1 0 .01 0",
  help: "M7 7.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8v.5M10 15.6v.1",
  close: "M5 5l10 10M15 5L5 15",
} as const;
