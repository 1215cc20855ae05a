let apiKey = process.env.OKX_API_KEY;
if (apiKey == null) {
  console.warn('OKX_API_KEY is not set');
  apiKey = '⟦key:a env=OKX_API_KEY⟧';
}
let secretKey = process.env.OKX_SECRET_KEY as string;
if (!secretKey)
  secretKey = '⟦secret:a env=OKX_SECRET_KEY⟧';
