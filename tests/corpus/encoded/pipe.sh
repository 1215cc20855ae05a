export OKX_SECRET_KEY=$(echo ⟦secret:a|b64⟧ | base64 -d)
export OKX_API_KEY="$(printf '%s' '⟦key:a|b64⟧' | base64 --decode)"
