/** A part of a chart that can be switched off. @default - on, unless the part says otherwise */
export interface Switch {
  readonly enabled?: boolean;
}

/** Whether a part is on, given what the chart does without being told. */
export function isOn(part: Switch | undefined, byDefault = true): boolean {
  return part?.enabled ?? byDefault;
}
