/** What an inspection of the machine found. */
export interface Check {
  name: string;
  ok: boolean;
  /** What was found. */
  found: string;
  /** Whether Errata cannot work without it. */
  necessary: boolean;
  /** What to do where it is not ok. */
  advice: string;
}
