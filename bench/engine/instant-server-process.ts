import {
  answerWith,
  promptOf,
  startLoopbackServer,
} from "../../src/models/ai-sdk/loopback-server.fixture.ts";

/** A server in a process of its own that answers at once, so that only the client's work is measured. */
const server = await startLoopbackServer((call, response) => {
  const length = promptOf(call).length;
  answerWith(call, response, { text: `Adding both numbers gives ${length}.\n#### ${length % 2}` });
});
process.send?.(server.baseUrl);
process.once("disconnect", () => server.close());
