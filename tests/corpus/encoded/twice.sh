OKX_SECRET_KEY=$(echo "⟦secret:a|b64|b64⟧" | base64 -d | base64 -d)
OKX_API_KEY=⟦key:a⟧
