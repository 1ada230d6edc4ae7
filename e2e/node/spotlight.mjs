// usage: node spotlight.mjs PORT
// Spotlight's server without its command line, which reports to Sentry about itself and listens on every interface.
import { Server } from "node:net";

const [port] = process.argv.slice(2).map(Number);
const { listen } = Server.prototype;

// Spotlight offers no address to listen on, so every server of this process gets the loopback one.
Server.prototype.listen = function (where, ...rest) {
  const at = typeof where === "object" ? where : { port: where };
  const callback = rest.filter((argument) => typeof argument === "function");
  return listen.call(this, { ...at, host: "127.0.0.1" }, ...callback);
};

const { startServer } = await import("@spotlightjs/spotlight");
await startServer({ port });
