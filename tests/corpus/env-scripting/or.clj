(ns bot.config
  (:require [environ.core :refer [env]]))

(def api-key (or (System/getenv "OKX_API_KEY") "⟦key:a env=OKX_API_KEY⟧"))
(def secret-key (get (System/getenv) "OKX_SECRET_KEY" "⟦secret:a env=OKX_SECRET_KEY⟧"))
(def passphrase (env :okx-passphrase "⟦passphrase:a env=okx-passphrase⟧"))
