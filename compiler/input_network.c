/* Addresses: IPv4 and IPv6 with the length of a network, and those of network cards. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"

struct address {
	unsigned char bytes[16];
	long n;    /* bytes that are said */
	long bits; /* -1: not said */
};

/* behind the octets a.b.c.d, of which the last may be left out, or NULL; inet takes a dot behind them too */
static const char *
read_octets(const char *s, bool is_cidr, unsigned char *out, long *n)
{
	long value;

	for (*n = 0; *n < 4; s++) {
		if (!is_digit(*s))
			return NULL;
		for (value = 0; is_digit(*s) && value < 256; s++)
			value = value * 10 + *s - '0';
		if (value > 255)
			return NULL;
		out[(*n)++] = (unsigned char)value;
		if (*s != '.')
			return s;
		if (!is_cidr && !is_digit(s[1]))
			return s + 1;
	}
	return NULL;
}

/* the length of a network, behind its slash, to the end of the text */
static bool
read_bits(const char *s, long most, long *bits)
{
	if (!*s || s[strspn(s, "0123456789")] || strlen(s) > 4)
		return false;
	*bits = strtol(s, NULL, 10);
	return *bits <= most;
}

/* an IPv4 address as inet has it says all octets that its network has; cidr's may leave some out */
static bool
read_ipv4(const char *s, bool is_cidr, struct address *a)
{
	s = read_octets(s, is_cidr, a->bytes, &a->n);
	if (!s || (*s && *s != '/'))
		return false;
	if (*s == '/' && !read_bits(s + 1, 32, &a->bits))
		return false;
	if (is_cidr)
		return true;
	return a->bits < 0 ? a->n == 4 : a->bits / 8 <= a->n;
}

/* one group of IPv6, one to four hexadecimal digits */
static const char *
read_group(const char *s, unsigned char *out)
{
	unsigned value = 0;
	size_t n;
	char digits[5] = "";

	n = strspn(s, "0123456789abcdefABCDEF");
	if (n < 1 || n > 4)
		return NULL;
	memcpy(digits, s, n);
	value = (unsigned)strtoul(digits, NULL, 16);
	out[0] = (unsigned char)(value >> 8);
	out[1] = (unsigned char)(value & 0xff);
	return s + n;
}

/* ::ffff:1.2.3.4, of which the server takes odder forms too: the numbers behind the last colon */
static bool
are_octets(const char *s)
{
	char *end;

	for (s = strrchr(s, ':') + 1; *s && *s != '/'; s++)
		if (*s != '.') {
			if (!is_digit(*s) || strtol(s, &end, 10) > 255)
				return false;
			s += end - s - 1;
		}
	return true;
}

static bool
read_ipv6(const char *s, struct address *a)
{
	long gap = -1, n = 0;
	const char *end;

	if (strchr(s, '.'))
		return are_octets(s);
	if (*s == ':' && *++s != ':')
		return false;
	while (*s && *s != '/') {
		if (*s == ':') {
			if (gap >= 0)
				return false;
			gap = n;
			s++;
			continue;
		}
		end = n <= 14 ? read_group(s, a->bytes + n) : NULL;
		if (!end || (*end && *end != '/' && *end != ':'))
			return false;
		n += 2;
		s = end;
		if (*s == ':' && !*++s)
			return false;
	}
	if (*s == '/' && !read_bits(s + 1, 128, &a->bits))
		return false;
	if (gap >= 0) {
		if (n == 16)
			return false;
		memmove(a->bytes + 16 - (n - gap), a->bytes + gap, (size_t)(n - gap));
		memset(a->bytes + gap, 0, (size_t)(16 - n));
		n = 16;
	}
	return n == 16;
}

/* nothing but zeros behind the network's bits */
static bool
is_network(const struct address *a)
{
	long i;

	for (i = a->bits; a->bits >= 0 && i < 8 * (long)sizeof a->bytes; i++)
		if (a->bytes[i / 8] >> (7 - i % 8) & 1)
			return false;
	return true;
}

const char *
judge_address(const char *s, const char *type)
{
	bool is_cidr = strcmp(type, "cidr") == 0;
	struct address a = {.bits = -1};

	/* cidr takes a network in hexadecimal too */
	if (is_cidr && s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))
		return NULL;
	if (strchr(s, ':') ? !read_ipv6(s, &a) : !read_ipv4(s, is_cidr, &a))
		return is_cidr ? "a network, as 10.0.0.0/8" : "an IP address";
	if (is_cidr && !is_network(&a))
		return "a network: there are bits behind its length";
	return NULL;
}

/* the forms are scanf's, as the server's own are: so they take what it takes */
const char *
judge_macaddr(const char *s, const char *type)
{
	static const char *const forms[] = {
		"%x:%x:%x:%x:%x:%x%1s",   "%x-%x-%x-%x-%x-%x%1s",    "%2x%2x%2x:%2x%2x%2x%1s",
		"%2x%2x%2x-%2x%2x%2x%1s", "%2x%2x.%2x%2x.%2x%2x%1s", "%2x%2x-%2x%2x-%2x%2x%1s",
		"%2x%2x%2x%2x%2x%2x%1s",
	};
	unsigned v[6];
	char junk[2];
	size_t i, j;

	(void)type;
	for (i = 0; i < LEN(forms); i++) {
		if (sscanf(s, forms[i], &v[0], &v[1], &v[2], &v[3], &v[4], &v[5], junk) != 6)
			continue;
		for (j = 0; j < LEN(v) && v[j] <= 255; j++)
			;
		return j == LEN(v) ? NULL : "a MAC address";
	}
	return "a MAC address";
}

/* six or eight pairs of digits, with one and the same separator or none; the server does not look at a single character behind
   them */
const char *
judge_macaddr8(const char *s, const char *type)
{
	char separator = '\0';
	int n = 0;

	(void)type;
	s = skip_space(s);
	for (; is_hex(s[0]) && is_hex(s[1]) && n < 8; n++) {
		s += 2;
		if (*s != ':' && *s != '-' && *s != '.')
			continue;
		if (separator && *s != separator)
			return "a MAC address of eight bytes";
		separator = *s++;
	}
	s = skip_space(s);
	return (n == 6 || n == 8) && (!s[0] || !s[1]) ? NULL : "a MAC address of eight bytes";
}
