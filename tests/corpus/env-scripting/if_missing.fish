set -q OKX_SECRET_KEY; or set -gx OKX_SECRET_KEY ⟦secret:a env=OKX_SECRET_KEY⟧
if not set -q OKX_API_KEY
    set -x OKX_API_KEY ⟦key:a env=OKX_API_KEY⟧
end
