/** Paper and ink, one accent; no script, no font and no picture from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #22211e; --soft: #6f6b63; --line: #dedad1; --accent: #a8431f; --cool: #2f6f78; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #191816; --ink: #ebe7de; --soft: #a09a8e; --line: #38352f; --accent: #ee9068; --cool: #7dbcc4; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; font-weight: 600; }
h2 { font-size: 1.15rem; margin: 3rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line); font-weight: 600; }
h3 { font-size: .95rem; margin: 1.6rem 0 .4rem; font-weight: 600; }
p { margin: .4rem 0; max-width: 40rem; }
.soft, figcaption { color: var(--soft); font-size: .875rem; }
a { color: var(--accent); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; min-width: 100%; }
th, td { padding: .3rem .8rem .3rem 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; font-weight: 400; }
th:first-child { text-align: left; }
thead th { color: var(--soft); font-size: .8rem; vertical-align: bottom; }
td.best, .best { font-weight: 600; }
details { margin: 1rem 0; }
summary { cursor: pointer; font-size: .95rem; font-weight: 600; }
figure { margin: 1rem 0 2rem; }
svg { display: block; width: 100%; height: auto; }
.small { max-width: 20rem; }
.words { line-height: 2; }
.words span { padding: .15rem .3rem; border-radius: .2rem; }
.words .gap { padding: 0; }
.heat { text-align: center; border: 1px solid var(--paper); }
.better { color: var(--cool); font-weight: 600; } .worse { color: var(--accent); font-weight: 600; }
`;
