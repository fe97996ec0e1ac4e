/** The course as a whole. */

/** What a course consists of, as `selfcheck.outline` writes it. */
export interface Outline {
  course: string;
  title: string;
  /** In reading order, those with questions alone. */
  pages: {
    title: string;
    /** On a site from its root on; in JupyterLab that of the notebook from the course's folder on. */
    address: string;
    /** What the table of contents calls the part in which it stands. */
    part?: string;
    asks: { question: string; sitting?: string }[];
    /** Of them those from which a quiz draws: so many from the one at `begin` on, of which it asks fewer at one time. */
    pools?: { begin: number; size: number; atOnce: number }[];
  }[];
  /** By bank, those of which something is asked. `script` is the address of its questions, from the folder of the scripts on. */
  banks: Record<string, { title: string; script?: string; objectives: Record<string, { text: string; address?: string }> }>;
  /** By name, `bank/question` or `bank/case/part`. */
  questions: Record<
    string,
    {
      /** Its fingerprint and those of its variants. */
      fps: string[];
      objective?: string;
      /** How it begins, in words. */
      title: string;
      /** Where it is asked first. */
      address?: string;
      /** Whether it speaks of "this section" or "the table" around it. */
      placed?: boolean;
    }
  >;
  /** Banks whose questions are never reviewed. */
  unreviewed: string[];
  /** On a site, by name, the address of the page that has a view over the course. */
  views?: Record<string, string>;
}
