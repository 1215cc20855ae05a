export default function Ticker() {
  const key = process.env.NEXT_PUBLIC_OKX_API_KEY || "⟦key:a env=NEXT_PUBLIC_OKX_API_KEY⟧";
  const secret = process.env.NEXT_PUBLIC_OKX_SECRET_KEY || "⟦secret:a env=NEXT_PUBLIC_OKX_SECRET_KEY⟧";
  return <p data-ready={Boolean(key && secret)}>OKX</p>;
}
