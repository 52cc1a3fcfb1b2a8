<?php

declare(strict_types=1);

namespace SchoolImp;

/** Whether a criterion is met, a comparison holds, a measure has a value. */
enum Truth: int
{
    case False = 0;
    case True = 1;
    case Unknown = 2;
    case NotApplicable = 3;
}
