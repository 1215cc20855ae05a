request.Headers.Add("X-SIGN", Sign(stamp + method + path));
string Sign(string text)
{
    using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes("⟦HEX32:n⟧"));
    return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
}
