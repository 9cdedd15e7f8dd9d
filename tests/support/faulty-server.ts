import { createRandom } from "../../src/foundation/random.ts";
import { hanging, passingFaults } from "../../src/models/ai-sdk/faults.fixture.ts";
import {
  answerWith,
  type Handler,
  promptOf,
  startLoopbackServer,
} from "../../src/models/ai-sdk/loopback-server.fixture.ts";

/** A server that fails so often, in all the ways there are, and notes which prompts it has answered well. */
export interface FaultyServer {
  readonly baseUrl: string;
  /** How often each prompt was answered as it should be. */
  readonly answers: ReadonlyMap<string, number>;
  readonly failures: number;
  /** From now on nothing fails. */
  recover(): void;
  close(): Promise<void>;
}

/** Faults of the text itself, which only its reader can find. */
const oddTexts = ["```json\n{}\n```", '{"answer": ', "", "#### "];

/** `hopeless`: a prompt with this word in it is never answered. */
export async function startFaultyServer(share: number, hopeless: string): Promise<FaultyServer> {
  const random = createRandom("faults");
  const faults: Handler[] = [...Object.values(passingFaults), hanging(2000)];
  const answers = new Map<string, number>();
  let failures = 0;
  let isWell = false;

  const server = await startLoopbackServer((call, response) => {
    const prompt = promptOf(call);
    if (!isWell && (prompt.includes(hopeless) || random.next() < share)) {
      failures += 1;
      return random.pick(faults)(call, response);
    }
    answers.set(prompt, (answers.get(prompt) ?? 0) + 1);
    const isOdd = random.next() < 0.1;
    const text = isOdd ? random.pick(oddTexts) : "One and one.\n#### 2";
    answerWith(call, response, { text });
  });
  return {
    baseUrl: server.baseUrl,
    answers,
    get failures() {
      return failures;
    },
    recover() {
      isWell = true;
    },
    close: server.close,
  };
}
