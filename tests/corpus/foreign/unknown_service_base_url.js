import { RestClient } from "okx-api";

const okx = new RestClient();

const apiKey = "⟦uuid:a⟧";
const baseUrl = "https://api.newsdesk.example/v1";

export const headlines = () => fetch(`${baseUrl}/latest?key=${apiKey}`);
