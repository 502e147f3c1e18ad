// Everything a directory lists, now or as of an instant, from the version tables. A header for each entity.
#pragma once

#include "models/directory/credentials.h"
#include "models/directory/dependents.h"
#include "models/directory/grants.h"
#include "models/directory/organizations.h"
#include "models/directory/plans.h"
#include "models/directory/resources.h"
#include "models/directory/reviews.h"
#include "models/directory/roles.h"
#include "models/directory/separations.h"
#include "models/directory/sessions.h"
#include "models/directory/teams.h"
#include "models/directory/users.h"
