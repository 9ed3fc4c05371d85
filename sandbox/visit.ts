import type { PerceptionOverlay } from "../src/explain/overlay.js";
import type { Perception } from "../src/perception.js";
import type { Entity } from "../src/world/entity.js";
import type { Stanchion } from "./art/stanchions.js";
import type { Cast } from "./cast.js";
import type { Museum } from "./museum.js";
import type { Controls } from "./player/controls.js";
import type { Player } from "./player/player.js";
import type { MuseumSounds } from "./sounds.js";
import { WELCOME } from "./talk/house.js";
import { ChatBox } from "./ui/chatBox.js";
import { HelpCard } from "./ui/helpCard.js";
import { Masthead } from "./ui/masthead.js";
import { Subtitles } from "./ui/subtitles.js";
import { type Tool, ToolBar } from "./ui/toolBar.js";

export interface VisitParts {
  readonly ui: HTMLElement;
  readonly museum: Museum;
  readonly player: Player;
  readonly controls: Controls;
  readonly perception: Perception;
  readonly cast: Cast;
  readonly sounds: MuseumSounds | null;
  readonly overlay: PerceptionOverlay;
}

const COLOURS: Readonly<Record<string, string>> = { ada: "#efb960", teo: "#7fd0c4", mina: "#f2a08c" };
const YOU = "#cfc3b0";
const STRIDE = 0.78;

/** What happens while a visitor is in the museum: ties the page to the perception. */
export class Visit {
  private readonly chat = new ChatBox((text) => this.say(text));
  private readonly subtitles = new Subtitles();
  private readonly help = new HelpCard();
  private readonly masthead = new Masthead();
  private readonly tools: ToolBar;
  private walked = 0;

  constructor(private readonly parts: VisitParts) {
    const { ui, museum, perception } = parts;
    this.tools = new ToolBar(this.listTools());
    ui.prepend(this.masthead.element, this.subtitles.element);
    ui.append(this.chat.element, this.tools.element, this.help.element);
    // The welcome card and the help card stay on top.
    for (const layer of ui.querySelectorAll(".card-layer")) ui.append(layer);
    perception.onSaidObservable.add(({ speaker, text, seconds }) => this.show(speaker, text, seconds));
    perception.chat.onDroppedObservable.add(({ reason }) => {
      if (reason === "rate" || reason === "flood")
        this.chat.note("One at a time, please: that was too quick to be heard.");
    });
    museum.scene.onBeforeRenderObservable.add(() =>
      this.step(Math.min(0.1, museum.scene.getEngine().getDeltaTime() / 1000)),
    );
    window.addEventListener("keydown", (event) => this.startTyping(event));
    window.addEventListener("keydown", ({ code }) => {
      document.body.classList.toggle("by-tab", code === "Tab");
    });
    // Where it has a place of its own beside the stage.
    this.showMind(innerWidth >= 900);
  }

  /** The visitor's first click: audio may run from here on. */
  enter(): void {
    void this.parts.sounds?.unlock();
    document.querySelector<HTMLElement>("#stage")?.focus({ preventScroll: true });
    this.welcome();
  }

  /** Says something as the visitor. */
  say(text: string): void {
    const { perception, player } = this.parts;
    const message = perception.chat.say({ speaker: player.node, text });
    if (message) this.chat.add("You", message.text, YOU);
  }

  /** Knocks over a barrier post: one behind the guide if there is one, the nearest to her. */
  crash(): Stanchion | null {
    const { museum, cast, perception, sounds } = this.parts;
    const standing = museum.stanchions.filter((post) => !post.fallen);
    const { position, forward } = cast.ada.eyes;
    const rank = ({ node }: Stanchion) => {
      const [dx, dz] = [node.position.x - position[0], node.position.z - position[2]];
      const distance = Math.hypot(dx, dz);
      const ahead = (dx * forward[0] + dz * forward[2]) / Math.max(0.01, distance);
      return distance + (ahead > 0 ? 8 : 0);
    };
    const post = standing.sort((a, b) => rank(a) - rank(b))[0];
    if (!post?.fall()) return null;
    setTimeout(() => {
      if (!sounds?.crash(post.node)) this.describeCrash(post);
    }, 450);
    const entity = perception.entities.of(post.node);
    if (entity) entity.event = { kind: "moves", at: perception.now };
    return post;
  }

  ringBell(): void {
    const { museum, sounds } = this.parts;
    sounds?.ring();
    museum.swingBell();
  }

  toggleTour(): void {
    const { tour } = this.parts.cast;
    if (tour.isRunning && !tour.isPaused) tour.pause();
    else tour.start();
    this.showTour();
  }

  private welcome(): void {
    const { perception, cast } = this.parts;
    const you = perception.playerEntity;
    if (!you) return;
    const { seconds } = cast.ada.say(WELCOME, { to: you });
    cast.ada.attend(you, { seconds, reason: "Ada welcomes the visitor" });
  }

  private listTools(): Tool[] {
    return [
      {
        name: "tour",
        label: "Start tour",
        icon: "tour",
        key: "KeyG",
        toggle: true,
        run: () => this.toggleTour(),
      },
      { name: "crash", label: "Crash", icon: "crash", key: "KeyC", run: () => void this.crash() },
      {
        name: "bell",
        label: "Ring bell",
        icon: "bell",
        key: "KeyB",
        round: true,
        run: () => this.ringBell(),
      },
      {
        name: "sound",
        label: "Mute",
        icon: "sound",
        round: true,
        toggle: true,
        run: () => this.toggleSound(),
      },
      {
        name: "mind",
        label: "Mind",
        icon: "mind",
        key: "KeyM",
        toggle: true,
        run: () => this.showMind(this.mindHome().hidden === true),
      },
      { name: "help", label: "Help", icon: "help", key: "KeyH", round: true, run: () => this.help.toggle() },
    ];
  }

  /** With the audio locked or muted there is nothing to tap: the game states the sound instead. */
  private describeCrash(post: Stanchion): void {
    const { perception } = this.parts;
    const entity = perception.entities.of(post.node);
    perception.hearing.emit(
      { ...(entity ? { entity } : {}), levelDb: 88, durationSeconds: 1.2 },
      perception.now,
    );
  }

  private toggleSound(): void {
    const { sounds } = this.parts;
    if (!sounds) return;
    sounds.muted = !sounds.muted;
    this.tools.press("sound", sounds.muted);
    this.tools.label("sound", sounds.muted ? "Unmute" : "Mute");
  }

  private showMind(open: boolean): void {
    this.mindHome().hidden = !open;
    document.body.classList.toggle("minding", open);
    this.parts.museum.scene.getEngine().resize();
    this.parts.overlay.linesVisible = open;
    this.tools.press("mind", open);
  }

  private mindHome(): HTMLElement {
    return document.querySelector<HTMLElement>("#mind")!;
  }

  private show(speaker: Entity, text: string, seconds: number): void {
    const colour = COLOURS[speaker.id] ?? YOU;
    this.subtitles.show(speaker.label || speaker.id, text, seconds, colour);
    this.chat.add(speaker.label || speaker.id, text, colour);
  }

  private showTour(): void {
    const { tour } = this.parts.cast;
    const running = tour.isRunning && !tour.isPaused;
    this.tools.press("tour", running);
    this.tools.label("tour", running ? "Pause tour" : tour.isRunning ? "Go on" : "Start tour");
  }

  private step(dt: number): void {
    const { controls, player, cast, sounds } = this.parts;
    controls.update(dt);
    if (cast.tour.isRunning && !cast.tour.isPaused) player.keepInView(cast.ada.root.position, dt);
    this.masthead.show(player.node.position.z);
    this.showTour();
    this.walked += player.speed * dt;
    if (this.walked > STRIDE) {
      this.walked = 0;
      sounds?.footstep(player.node);
    }
    for (const { npc, person, animator } of cast.members) {
      animator.speaking = npc.isSpeaking;
      if (animator.step(dt)) sounds?.footstep(person.root);
    }
  }

  private startTyping(event: KeyboardEvent): void {
    const onStage = event.target === document.body || (event.target as HTMLElement | null)?.id === "stage";
    if (!onStage || (event.code !== "KeyT" && event.code !== "Enter")) return;
    event.preventDefault();
    this.chat.input.focus();
  }
}
