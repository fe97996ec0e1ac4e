/** xAPI, as far as we write it: docs/xapi.md. */

/** Words by language. */
type Said = Record<string, string>;

interface Component {
  id: string;
  description: Said;
}

export interface Activity {
  objectType: "Activity";
  id: string;
  definition: {
    type: string;
    name?: Said;
    description?: Said;
    interactionType?: string;
    correctResponsesPattern?: string[];
    choices?: Component[];
    source?: Component[];
    target?: Component[];
    steps?: Component[];
    extensions?: Record<string, unknown>;
  };
}

/** An xAPI statement (IEEE 9274.1.1); docs/xapi.md is its profile. */
export interface Statement {
  id: string;
  actor: { objectType: "Agent"; account: { homePage: string; name: string } };
  verb: { id: string; display: Said };
  object: Activity;
  result: {
    score: { scaled: number };
    success: boolean;
    completion: true;
    response: string;
    duration: string;
    extensions: Record<string, unknown>;
  };
  context: {
    platform: string;
    language: string;
    contextActivities: { parent: Activity[]; grouping: Activity[]; category: Activity[] };
    extensions: Record<string, unknown>;
  };
  timestamp: string;
}
