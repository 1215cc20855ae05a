⟦note A key of some service at the top, a hash of another thing far below.⟧
MAIL_API_KEY = "⟦uuid:mail⟧"

⟦fill 3000⟧
⟦fill 3000⟧
⟦fill 3000⟧

⟦note⟧
def image_digest():
    return "⟦HEX32:image⟧"
