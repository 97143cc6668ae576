/** How the materials page looks, on a screen by day and by night and on paper. */
export const MATERIALS_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.2rem 3rem; background: #fff; color: #1a1f24; font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid #1d5a96; font-size: 1.25rem; }
p { margin: .2rem 0; }
header p { color: #48525b; }
header .theme { margin-top: .8rem; color: inherit; font-size: 1.15rem; }
a { color: #1d5a96; }
ul { margin: 0; padding-left: 1.2rem; }
li { margin: .5rem 0; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: .55rem 0; border-bottom: 1px solid #c9d0d5; text-align: left; vertical-align: top; }
td { width: 8rem; padding-right: 1rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
th { font-weight: 600; }
th p { font-weight: 400; }
th .room { color: #48525b; }
@media (max-width: 30rem) { tr, td, th { display: block; } td { border: 0; padding-bottom: 0; } th { padding-top: 0; } }
@media (prefers-color-scheme: dark) { body { background: #14191e; color: #e8ecef; } header p, th .room { color: #aab4bc; } header .theme { color: inherit; } a { color: #8fbfee; } h2 { border-color: #8fbfee; } td, th { border-color: #3a444c; } }
@media print { body { max-width: none; padding: 0; background: #fff; color: #000; } }
`;
