import { RestClient } from "okx-api";

const CMC = { apiKey: "⟦uuid:a⟧", url: "https://pro-api.coinmarketcap.com" };
const settings = {
  okx: { apiKey: "⟦key:a⟧", secret: "⟦secret:a⟧", passphrase: "⟦passphrase:a⟧" },
  socket: { baseUrl: "https://api.socket.tech", apiKey: "⟦uuid:b⟧" },
  relayed: { baseUrl: "https://relay.example.org", apiKey: "⟦key:b⟧", secret: "⟦secret:b⟧" },
};
