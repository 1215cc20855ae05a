import { ok_api } from "./clients.js";

const apiKey = "⟦key:a⟧";

export async function spread(symbol) {
  const book = await ok_api.depth(symbol);
  const bid = Math.max(...book.bids);
  const ask = Math.min(...book.asks);
  return ask - bid;
}

export function within(limit, value) {
  return value > -limit && value < limit;
}

export function pause(seconds) {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}

const secretKey = "⟦secret:a⟧";
