export interface ArbiterOptions {
  /** By how much a challenger's evidence must exceed that of the present target, 0..1. Default 0.08. */
  readonly margin?: number;
  /** Range of the reaction latency, seconds: how long a weak challenger must lead. Default [0.15, 0.25]. */
  readonly latencySeconds?: readonly [number, number];
  /** A target is kept at least so long unless the challenger leads by `alarmLead`. Default 0.4 (a fixation). */
  readonly dwellSeconds?: number;
  /** Lead from which the dwell time no longer protects. Default 0.45. */
  readonly alarmLead?: number;
  /** "Nothing" must lead for so long before the target is let go. Default 0.8. */
  readonly letGoSeconds?: number;
  /** Time constant of the evidence, seconds. Default 0.08. */
  readonly smoothingSeconds?: number;
  /** A focus older than this fades into nothing, later where the ones before it came more slowly. Default 2. */
  readonly staleSeconds?: number;
  /** Share of the evidence that what the task asks for gets in advance, 0..1, unless called. Default 0.6. */
  readonly intentWeight?: number;
  /** How much longer a thing must lead for each time that it has led and lost again lately. Default 16. */
  readonly returnSlowdown?: number;
  /** Share of its evidence that a thing loses when the NPC is wholly used to it, 0..1, unless it calls. Default 0.25. */
  readonly habituationWeight?: number;
}

/** With the defaults for what is left open. */
export function arbiterOptions(options: ArbiterOptions): Required<ArbiterOptions> {
  return {
    margin: options.margin ?? 0.08,
    latencySeconds: options.latencySeconds ?? [0.15, 0.25],
    dwellSeconds: options.dwellSeconds ?? 0.4,
    alarmLead: options.alarmLead ?? 0.45,
    letGoSeconds: options.letGoSeconds ?? 0.8,
    smoothingSeconds: options.smoothingSeconds ?? 0.08,
    staleSeconds: options.staleSeconds ?? 2,
    intentWeight: options.intentWeight ?? 0.6,
    returnSlowdown: options.returnSlowdown ?? 16,
    habituationWeight: options.habituationWeight ?? 0.25,
  };
}
