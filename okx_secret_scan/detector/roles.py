"""What the parts of a credential are called, in the languages that people write them in."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from okx_secret_scan.model import Rule


class Role(Enum):
    """The part of a credential that a name asks for."""

    KEY = "key"
    SECRET = "secret"
    PASSPHRASE = "passphrase"


ROLES = {Rule.API_KEY: Role.KEY, Rule.SECRET_KEY: Role.SECRET, Rule.PASSPHRASE: Role.PASSPHRASE}


class RoleName(NamedTuple):
    """A spelling of a role as words joined by spaces.

    `weak` spellings (`id`, `password`) mean the role only beside a real key or secret, or where a client of
    OKX is known to use them. `example` is a name that has the role, `counterexample` one that has not.
    """

    words: str
    role: Role
    example: str
    counterexample: str
    weak: bool = False


K, S, P = Role.KEY, Role.SECRET, Role.PASSPHRASE
ROLE_NAMES = (
    RoleName("api key", K, "OKX_API_KEY", "api_monkey"),
    RoleName("apikey", K, "okxApikey", "apikeys_url"),
    RoleName("api public key", K, "apiPublicKey", "api_publicity"),
    RoleName("api key id", K, "api_key_id", "api_id_list"),
    RoleName("access key", K, "OK-ACCESS-KEY", "access_keyboard"),
    RoleName("accesskey", K, "accesskey", "accesskeys_path"),
    RoleName("access key id", K, "accessKeyId", "access_id_map"),
    RoleName("public key", K, "okx_public_key", "publication_keyring"),
    RoleName("publickey", K, "publickey", "publicly"),
    RoleName("key id", K, "okx_key_id", "keyed_idle"),
    RoleName("keyid", K, "okx_keyid", "keyide"),
    RoleName("client key", K, "client_key", "client_keys_dir"),
    RoleName("code name", K, "codeName", "codec_names", weak=True),
    RoleName("app key", K, "appKey", "app_keyring", weak=True),
    RoleName("key", K, "okx_key", "monkey"),
    RoleName("api", K, "okx_api", "rapid", weak=True),
    RoleName("ak", K, "ak", "make", weak=True),
    RoleName("access", K, "okx_access", "accessory", weak=True),
    RoleName("public", K, "public", "publication", weak=True),
    RoleName("id", K, "id", "idle", weak=True),
    RoleName("login", K, "login", "logins_total", weak=True),
    RoleName("user", K, "user", "usage", weak=True),
    RoleName("username", K, "username", "rename", weak=True),
    RoleName("api token", K, "api_token", "api_tokenizer", weak=True),
    RoleName("token", K, "token", "tokenize", weak=True),
    RoleName("密钥", K, "欧易密钥", "密"),
    RoleName("密鑰", K, "API密鑰", "鑰"),
    RoleName("公鑰", K, "公鑰", "公"),
    RoleName("密匙", K, "API密匙", "匙"),
    RoleName("金鑰", K, "API金鑰", "金"),
    RoleName("公钥", K, "公钥", "公"),
    RoleName("ключ", K, "API ключ", "ключица"),
    RoleName("api ключ", K, "API ключ", "ключи"),
    RoleName("ключ api", K, "Ключ API", "ключи"),
    RoleName("anahtarı", K, "API anahtarı", "anahtarcı"),
    RoleName("anahtar", K, "anahtar", "anahtarcı"),
    RoleName("キー", K, "APIキー", "キ"),
    RoleName("키", K, "API 키", "키보드"),
    RoleName("schlüssel", K, "API-Schlüssel", "schlüsselbund"),
    RoleName("clave api", K, "Clave API", "claves"),
    RoleName("chave api", K, "Chave API", "chaveiro"),
    RoleName("clé api", K, "Clé API", "clématite"),
    RoleName("secret key", S, "OKX_SECRET_KEY", "secretary_keyboard"),
    RoleName("secretkey", S, "okxSecretkey", "secretkeys_path"),
    RoleName("seceret key", S, "seceret_key", "seceret"),
    RoleName("secert key", S, "secert_key", "concert_keyring"),
    RoleName("secrect key", S, "secrect_key", "insect_keyring"),
    RoleName("api secret key", S, "api_secret_key", "api_keys"),
    RoleName("api secret", S, "OKX_API_SECRET", "api_secretary"),
    RoleName("apisecret", S, "apisecret", "apisecretary"),
    RoleName("apisecretkey", S, "apisecretkey", "apisecretary"),
    RoleName("secret api key", S, "secretApiKey", "secretApi"),
    RoleName("access secret", S, "OK_ACCESS_SECRET", "access_secretary"),
    RoleName("secret access key", S, "secretAccessKey", "secretAccess"),
    RoleName("secret token", S, "secret_token", "secret_tokens_dir"),
    RoleName("secret", S, "okx_secret", "secretary"),
    RoleName("secert", S, "okx_secert", "concert"),
    RoleName("secrect", S, "okx_secrect", "insect"),
    RoleName("key secret", S, "api_key_secret", "key_secretary"),
    RoleName("private key", S, "okx_private_key", "private_keyboard"),
    RoleName("api private key", S, "apiPrivateKey", "api_privateer"),
    RoleName("sign key", S, "sign_key", "sign"),
    RoleName("signing key", S, "signing_key", "signing"),
    RoleName("hmac key", S, "hmac_key", "hmac"),
    RoleName("sk", S, "sk", "task", weak=True),
    RoleName("skey", S, "skey", "skeyed", weak=True),
    RoleName("sec", S, "okx_sec", "second", weak=True),
    RoleName("private", S, "private", "privately", weak=True),
    RoleName("私鑰", S, "私鑰", "私"),
    RoleName("私钥", S, "私钥", "私"),
    RoleName("密钥 key", S, "API密钥key", "钥key"),
    RoleName("секретный ключ", S, "Секретный ключ", "секретный"),
    RoleName("секрет", S, "Секрет OKX", "секретарь"),
    RoleName("gizli anahtar", S, "gizli anahtar", "gizli"),
    RoleName("シークレットキー", S, "シークレットキー", "シーク"),
    RoleName("シークレット", S, "シークレット", "シーク"),
    RoleName("秘密鍵", S, "秘密鍵", "秘密"),
    RoleName("시크릿 키", S, "시크릿 키", "시크"),
    RoleName("시크릿키", S, "시크릿키", "시크"),
    RoleName("비밀 키", S, "비밀 키", "비밀"),
    RoleName("비밀키", S, "비밀키", "비밀"),
    RoleName("geheimer schlüssel", S, "Geheimer Schlüssel", "geheimer"),
    RoleName("clave secreta", S, "Clave secreta", "secretaria"),
    RoleName("chave secreta", S, "Chave secreta", "secretaria"),
    RoleName("clé secrète", S, "Clé secrète", "secrètement"),
    RoleName("passphrase", P, "OKX_PASSPHRASE", "passphrases_total"),
    RoleName("pass phrase", P, "passPhrase", "pass_phrases"),
    RoleName("passphase", P, "okx_passphase", "phase"),
    RoleName("passpharse", P, "passpharse", "parse"),
    RoleName("passphrass", P, "passphrass", "phrass"),
    RoleName("pass phase", P, "pass_phase", "bypass_phaser"),
    RoleName("pass pharse", P, "passPharse", "pharse"),
    RoleName("api passphrase", P, "OKX_API_PASSPHRASE", "api_phrasing"),
    RoleName("access passphrase", P, "OK-ACCESS-PASSPHRASE", "access_phrasing"),
    RoleName("key passphrase", P, "api_key_passphrase", "key_phrasing"),
    RoleName("passphrase key", P, "okx_passphrase_key", "passphrase_keyring"),
    RoleName("secret passphrase", P, "secret_passphrase", "secret_phrasing"),
    RoleName("api pass", P, "apiPass", "api_passes"),
    RoleName("apipass", P, "apipass", "apipasses"),
    RoleName("api password", P, "OKX_API_PASSWORD", "api_passwords_url"),
    RoleName("api phrase", P, "API_PHRASE", "api_phrasing"),
    RoleName("secret phrase", P, "secret_phrase", "secret_phrases"),
    RoleName("密码短语", P, "欧易密码短语", "短语"),
    RoleName("密碼短語", P, "密碼短語", "短語"),
    RoleName("通行短語", P, "通行短語", "短語"),
    RoleName("口令", P, "欧易口令", "口"),
    RoleName("phrase", P, "phrase", "paraphrase", weak=True),
    RoleName("password", P, "okx_password", "passwords_seen", weak=True),
    RoleName("passwd", P, "passwd", "passwidth", weak=True),
    RoleName("passwort", P, "passwort", "worte", weak=True),
    RoleName("passw", P, "passw", "passway", weak=True),
    RoleName("pass word", P, "passWord", "pass_words_list", weak=True),
    RoleName("pass", P, "okx_pass", "bypass", weak=True),
    RoleName("pwd", P, "okx_pwd", "cpwd_x", weak=True),
    RoleName("passcode", P, "passcode", "codes", weak=True),
    RoleName("pw", P, "okx_pw", "pwn", weak=True),
    RoleName("pp", P, "pp", "app", weak=True),
    RoleName("client id", P, "clientID", "client_identity", weak=True),
    RoleName("密碼", P, "密碼", "碼", weak=True),
    RoleName("密码", P, "欧易密码", "码", weak=True),
    RoleName("парольная фраза", P, "Парольная фраза", "парольная"),
    RoleName("кодовая фраза", P, "Кодовая фраза", "кодовая"),
    RoleName("パスフレーズ", P, "パスフレーズ", "パス"),
    RoleName("패스프레이즈", P, "패스프레이즈", "패스"),
    RoleName("пароль", P, "Пароль", "парольный", weak=True),
    RoleName("фраза", P, "Фраза", "фразеология", weak=True),
    RoleName("パスワード", P, "パスワード", "パス", weak=True),
    RoleName("비밀번호", P, "비밀번호", "비밀", weak=True),
    RoleName("parola", P, "parola", "parolalar", weak=True),
    RoleName("şifre", P, "şifre", "şifreleme", weak=True),
    RoleName("contraseña", P, "contraseña", "contra", weak=True),
    RoleName("senha", P, "senha", "senhas_lidas", weak=True),
    RoleName("kennwort", P, "kennwort", "kennen", weak=True),
)  # fmt: skip
