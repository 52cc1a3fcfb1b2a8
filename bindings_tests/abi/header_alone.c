/* The header, twice, and nothing before it. */
#include "schoolimp_c.h"
#include "schoolimp_c.h"
int nothing;
