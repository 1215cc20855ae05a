"""The only room that starts git. Bytes in, bytes out."""
