import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Npc } from "../../mind/npc.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Triple } from "../../world/vector.js";

const SVG = "http://www.w3.org/2000/svg";
/** Targets drawn for each NPC. */
const TARGETS = 3;
const LEAST_SHARE = 0.06;
/** Radius around the camera, metres. */
const BODY = 0.35;
const COLOURS = ["#e9b45f", "#7fd0c4", "#f08fa0", "#a9b7ff", "#c6e07a"];

/**
 * Lines from the NPCs' eyes to what they attend to, drawn over the canvas and not into the scene:
 * sight captures what the scene shows, and must not see them.
 */
export class AttentionLines {
  readonly element = document.createElementNS(SVG, "svg");
  private readonly pool: { line: SVGLineElement; dot: SVGCircleElement }[] = [];
  private used = 0;

  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
  ) {
    this.element.setAttribute("class", "bp-lines");
    this.element.setAttribute("aria-hidden", "true");
  }

  /** Draws for all NPCs; the chosen one stronger. */
  show(npcs: readonly Npc[], chosen: Npc | null): void {
    this.used = 0;
    if (this.fit())
      for (const [i, npc] of npcs.entries())
        this.showNpc(npc, COLOURS[i % COLOURS.length] ?? "#e9b45f", npc === chosen);
    for (const { line, dot } of this.pool.slice(this.used)) {
      line.style.display = "none";
      dot.style.display = "none";
    }
  }

  dispose(): void {
    this.element.remove();
  }

  private showNpc(npc: Npc, colour: string, chosen: boolean): void {
    const { attending } = npc;
    if (attending)
      this.draw(npc.eyes.position, attending.centre(), colour, chosen ? 0.95 : 0.45, chosen ? 3 : 1.5);
    if (!chosen) return;
    for (const [id, share] of npc.focus?.entities.slice(0, TARGETS) ?? []) {
      const entity = this.entities.get(id);
      if (entity && entity !== attending && share > LEAST_SHARE)
        this.draw(npc.eyes.position, entity.centre(), colour, 0.2 + share * 0.4, 1 + share * 2);
    }
  }

  /** Lies over the canvas wherever the page has put it. False: there is nothing to draw on. */
  private fit(): boolean {
    const canvas = this.scene.getEngine().getRenderingCanvas();
    if (!canvas || !this.scene.activeCamera) return false;
    const [width, height] = [String(canvas.clientWidth), String(canvas.clientHeight)];
    if (this.element.getAttribute("width") !== width) this.element.setAttribute("width", width);
    if (this.element.getAttribute("height") !== height) this.element.setAttribute("height", height);
    return true;
  }

  private draw(from: Triple, to: Triple, colour: string, opacity: number, width: number): void {
    const ends = this.project(from, to);
    if (!ends) return;
    const { line, dot } = this.take();
    const [[x1, y1], [x2, y2], whole] = ends;
    const set = (node: SVGElement, attributes: Record<string, string | number>) => {
      for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    };
    set(line, {
      x1,
      y1,
      x2,
      y2,
      stroke: colour,
      "stroke-width": width,
      "stroke-opacity": opacity,
      "stroke-linecap": "round",
    });
    set(dot, {
      cx: x2,
      cy: y2,
      r: width * 2.2,
      fill: "none",
      stroke: colour,
      "stroke-width": 1.5,
      "stroke-opacity": opacity,
    });
    line.style.display = "";
    dot.style.display = whole ? "" : "none";
  }

  private take(): { line: SVGLineElement; dot: SVGCircleElement } {
    let pair = this.pool[this.used];
    if (!pair) {
      pair = { line: document.createElementNS(SVG, "line"), dot: document.createElementNS(SVG, "circle") };
      this.pool.push(pair);
      this.element.append(pair.line, pair.dot);
    }
    this.used++;
    return pair;
  }

  /** Both ends in CSS pixels, cut at the camera's near plane; null if it is all behind the camera. */
  private project(from: Triple, to: Triple): [Point, Point, boolean] | null {
    const camera = this.scene.activeCamera;
    if (!camera) return null;
    const view = camera.getViewMatrix();
    const a = Vector3.TransformCoordinates(Vector3.FromArray([...from]), view);
    const b = Vector3.TransformCoordinates(Vector3.FromArray([...to]), view);
    // What the viewer stands in (their own body) has no place on the screen.
    const eye = camera.globalPosition;
    if (Math.hypot(to[0] - eye.x, to[2] - eye.z) < BODY) return null;
    const near = Math.max(camera.minZ, 0.05);
    const forward = this.scene.useRightHandedSystem ? -1 : 1;
    const [depthA, depthB] = [a.z * forward, b.z * forward];
    if (depthA < near && depthB < near) return null;
    const whole = depthB >= near;
    if (depthA < near) Vector3.LerpToRef(a, b, (near - depthA) / (depthB - depthA), a);
    else if (!whole) Vector3.LerpToRef(b, a, (near - depthB) / (depthA - depthB), b);
    const projection = camera.getProjectionMatrix();
    const onScreen = (p: Vector3): Point => {
      const clip = Vector3.TransformCoordinates(p, projection);
      return [((clip.x + 1) / 2) * this.element.clientWidth, ((1 - clip.y) / 2) * this.element.clientHeight];
    };
    return [onScreen(a), onScreen(b), whole];
  }
}

type Point = readonly [number, number];
