import { completionOf } from "../../src/models/ai-sdk/loopback-server.fixture.ts";
import { startBatchServer } from "../../src/models/openai-batch/batch-server.fixture.ts";

/** A server in a process of its own whose batches are done when they are looked at, so that only the client is measured. */
const server = await startBatchServer({
  pollsUntilEnd: 1,
  async resultOf({ url, body }) {
    const { length } = JSON.stringify(body);
    const text = `${"Adding both numbers, one after the other, gives the same again. ".repeat(10)}\n#### ${length % 2}`;
    return { status: 200, body: completionOf({ path: url, headers: {}, body: body as never }, { text }) };
  },
});
process.send?.(server.baseUrl);
process.once("disconnect", () => server.close());
