const key = Deno.env.get("OKX_API_KEY") ?? "⟦key:a env=OKX_API_KEY⟧";
const secret = Deno.env.get("OKX_SECRET_KEY") ?? "⟦secret:a env=OKX_SECRET_KEY⟧";
const passphrase = Deno.env.get("OKX_PASSPHRASE") || "⟦passphrase:a env=OKX_PASSPHRASE⟧";
Deno.serve(() => new Response("ok"));
