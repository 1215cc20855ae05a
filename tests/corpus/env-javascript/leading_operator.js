const a = process.env.OKX_SECRET_KEY
  ?? '⟦secret:a env=OKX_SECRET_KEY⟧';
const b = process.env.OKX_API_KEY
  || '⟦key:a env=OKX_API_KEY⟧';
