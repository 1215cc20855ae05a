import { bookExchange, tokExpiry } from "./library";

const secretKey = "⟦HEX32:s⟧";

export const desk = () => bookExchange({ until: tokExpiry(), secretKey });
