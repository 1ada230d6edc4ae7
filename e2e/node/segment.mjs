// usage: node segment.mjs HOST < work.json
// Sends `inputs` to HOST by Segment's own client, and prints for each of `messages` what Segment's own validator has against it.
import { readFileSync } from "node:fs";
import { validateEvent } from "@segment/analytics-core";
import { Analytics } from "@segment/analytics-node";

const [host] = process.argv.slice(2);
const { writeKey, inputs, messages } = JSON.parse(readFileSync(0, "utf8"));
const problems = [];

const client = new Analytics({ writeKey, host, maxRetries: 0, flushAt: inputs.length });
client.on("error", (error) => problems.push(`the client: ${error.code} ${error.reason ?? ""}`));
for (const input of inputs) {
  client.track({ ...input, timestamp: new Date(input.timestamp) });
}
await client.closeAndFlush({ timeout: 20_000 });

for (const [number, message] of messages.entries()) {
  try {
    validateEvent(message);
  } catch (invalid) {
    problems.push(`message ${number}: ${invalid.message}`);
  }
}
console.log(JSON.stringify(problems));
