import { element, ICONS, icon, setText } from "./element.js";

export interface Tool {
  readonly name: string;
  readonly label: string;
  readonly icon: keyof typeof ICONS;
  readonly key?: string;
  readonly round?: boolean;
  /** Does it stay pressed? Then it is told so by `press`. */
  readonly toggle?: boolean;
  run(): void;
}

/** The row of things that a visitor can do. Each has a key. */
export class ToolBar {
  readonly element = element("div", "tools glass panel", { role: "toolbar", "aria-label": "Things to do" });
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(tools: readonly Tool[]) {
    for (const tool of tools) {
      const hint = tool.key ? `${tool.label} (${tool.key.replace("Key", "")})` : tool.label;
      const button = element("button", tool.round ? "tool round" : "tool", {
        type: "button",
        title: hint,
        "data-tool": tool.name,
      });
      if (tool.toggle) button.setAttribute("aria-pressed", "false");
      button.append(icon(ICONS[tool.icon]), element("span", "", {}, tool.label));
      button.addEventListener("click", () => tool.run());
      this.buttons.set(tool.name, button);
      this.element.append(button);
    }
    window.addEventListener("keydown", (event) => {
      const tool = tools.find(({ key }) => key === event.code);
      const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea");
      if (!tool || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      event.preventDefault();
      tool.run();
    });
  }

  press(name: string, pressed: boolean): void {
    this.buttons.get(name)?.setAttribute("aria-pressed", String(pressed));
  }

  label(name: string, text: string): void {
    const span = this.buttons.get(name)?.querySelector("span");
    if (span) setText(span, text);
  }
}
