/** Styles are put in once, however many overlays there are, and leave with the last. */
let users = 0;
let sheet: HTMLStyleElement | null = null;

/** @param nonce for pages whose content security policy asks for one. */
export function useStyles(nonce?: string): () => void {
  users++;
  if (!sheet) {
    sheet = document.createElement("style");
    if (nonce) sheet.nonce = nonce;
    sheet.textContent = STYLES;
    document.head.append(sheet);
  }
  let done = false;
  return () => {
    if (done) return;
    done = true;
    users--;
    if (users > 0) return;
    sheet?.remove();
    sheet = null;
  };
}

/** Colours and fonts are custom properties: set them on any ancestor. */
const STYLES = `
.bp-overlay{--bp-ink:var(--perception-ink,#f5eee1);--bp-soft:var(--perception-soft,#b9ac99);--bp-accent:var(--perception-accent,#e9b45f);
--bp-sight:var(--perception-sight,#7fb2ff);--bp-hearing:var(--perception-hearing,#ff9d8a);--bp-chat:var(--perception-chat,#8fdcae);
--bp-line:var(--perception-line,rgb(255 240 215/.14));--bp-panel:var(--perception-panel,rgb(23 18 15/.78));
box-sizing:border-box;width:21rem;max-width:100%;color:var(--bp-ink);background:var(--bp-panel);border:1px solid var(--bp-line);border-radius:16px;
padding:14px 16px 16px;font:400 .875rem/1.4 var(--perception-font,system-ui,sans-serif);backdrop-filter:blur(18px) saturate(1.2);-webkit-backdrop-filter:blur(18px) saturate(1.2)}
.bp-overlay *{box-sizing:border-box}
.bp-overlay h2,.bp-overlay h3,.bp-overlay p,.bp-overlay ol,.bp-overlay dl,.bp-overlay dd{margin:0;padding:0}
.bp-overlay h3{margin:16px 0 8px;font:600 .6875rem/1 var(--perception-font,system-ui,sans-serif);letter-spacing:.09em;text-transform:uppercase;color:var(--bp-soft)}
.bp-overlay button{font:inherit;color:inherit;background:none;border:1px solid var(--bp-line);border-radius:999px;padding:5px 12px;min-height:32px;cursor:pointer}
.bp-overlay button:hover{border-color:var(--bp-accent)}
.bp-overlay button:focus-visible{outline:2px solid var(--bp-accent);outline-offset:2px}
.bp-picker{display:flex;gap:6px;flex-wrap:wrap}
.bp-picker [aria-checked=true]{background:var(--bp-accent);border-color:var(--bp-accent);color:#1d140a;font-weight:600}
.bp-overlay .bp-attending{margin-top:14px;display:flex;align-items:baseline;gap:8px;font-size:1.0625rem;line-height:1.3}
.bp-attending b{font-weight:600;display:inline-block}
.bp-attending b::first-letter,.bp-why::first-letter,.bp-focus span:first-child::first-letter{text-transform:uppercase}
.bp-attending span{color:var(--bp-soft);font-size:.8125rem;margin-left:auto;font-variant-numeric:tabular-nums}
.bp-why{color:var(--bp-soft);min-height:2.5em;margin-top:2px!important;overflow-wrap:anywhere}
.bp-bars{display:grid;grid-template-columns:auto 1fr auto auto;gap:8px 10px;align-items:center}
.bp-bar{height:6px;border-radius:3px;background:var(--bp-line);overflow:hidden}
.bp-bar i{display:block;height:100%;width:100%;border-radius:3px;transform-origin:left;transition:transform .18s ease-out}
.bp-share{font-variant-numeric:tabular-nums;color:var(--bp-soft);min-width:2.6em;text-align:right;font-size:.8125rem}
.bp-overlay .bp-switch{padding:0;width:34px;min-height:20px;height:20px;position:relative;background:rgb(255 255 255/.1)}
.bp-switch::after{content:"";position:absolute;left:2px;top:2px;width:14px;height:14px;border-radius:50%;background:var(--bp-soft);transition:transform .15s}
.bp-switch[aria-checked=true]{background:var(--bp-accent)}
.bp-switch[aria-checked=true]::after{transform:translateX(14px);background:#1d140a}
.bp-focus{list-style:none;display:grid;gap:5px}
.bp-focus span:first-child{display:inline-block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bp-focus li{position:relative;display:flex;justify-content:space-between;gap:8px;padding:3px 8px;border-radius:6px;overflow:hidden;isolation:isolate;min-height:26px}
.bp-focus li::before{content:"";position:absolute;inset:0;background:var(--bp-accent);opacity:.2;transform:scaleX(var(--share,0));transform-origin:left;transition:transform .18s ease-out;z-index:-1}
.bp-focus li[aria-current=true]{box-shadow:inset 2px 0 0 var(--bp-accent)}
.bp-focus span:last-child{font-variant-numeric:tabular-nums;color:var(--bp-soft)}
.bp-map{display:block;width:100%;aspect-ratio:16/9;border-radius:8px;background:#0b0908}
.bp-words{display:flex;flex-wrap:wrap;gap:4px;margin-top:8px}
.bp-words span{border-radius:4px;padding:1px 6px;font-size:.8125rem;background:color-mix(in srgb,var(--bp-chat) calc(var(--share,0)*100%),transparent)}
.bp-times{display:grid;grid-template-columns:1fr 1fr;gap:2px 14px;font-size:.8125rem}
.bp-times div{display:flex;justify-content:space-between;gap:8px}
.bp-times dt{color:var(--bp-soft)}
.bp-times dd{font-variant-numeric:tabular-nums}
.bp-row{display:flex;justify-content:space-between;align-items:center;gap:8px;margin-top:12px}
.bp-lines{position:absolute;pointer-events:none;overflow:hidden;left:0;top:0}
.bp-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
/* Low windows: all of it in one view. Three names, and the words beside the picture. */
@media (max-height:860px){.bp-overlay h3{margin:12px 0 6px}.bp-focus li:nth-child(n+4){display:none}
.bp-sensed{display:grid;grid-template-columns:3fr 2fr;gap:10px;align-items:start}
.bp-sensed .bp-words{margin:0;max-height:6.4rem;overflow:hidden;align-content:start}
.bp-overlay .bp-row{margin-top:8px}}
@media (prefers-reduced-motion:reduce){.bp-overlay *{transition:none!important}}
`;
