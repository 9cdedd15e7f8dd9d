/** Whether two answers are the same, and the rule that decided it. */
export interface Equivalence {
  /** null: it could not be decided (not parsed, too large); never a silent "wrong". */
  readonly equal: boolean | null;
  /** A short phrase that names the deciding rule, such as "equal as rational numbers". */
  readonly how: string;
}
