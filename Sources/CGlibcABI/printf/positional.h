// Formats with numbered arguments or registered conversions: all conversions are read first, then all arguments, then all is printed.
// Included by core.h.

enum { MAXIMUM_ARGUMENTS = 65536, MAXIMUM_PER_SPEC = 16 };

struct placed_spec {
    struct printf_spec spec;
    const CHAR *text;                      // behind the conversion
    int registered_count;                  // arguments of a registered conversion, -1: a standard one
};

struct plan {
    struct placed_spec *specs;
    size_t spec_count, spec_room;
    int *types;                            // PA_* codes, by position; -1: not named by the format
    int *sizes;                            // of user types
    int type_count, type_room;
    int reporting;                         // for parse_printf_format
};

static int grow_types(struct plan *plan, int count)
{
    if (count > MAXIMUM_ARGUMENTS) {
        errno = EOVERFLOW;
        return -1;
    }
    if (count > plan->type_room) {
        int room = count * 2;
        int *types = realloc(plan->types, (size_t)room * sizeof *types);
        if (!types)
            return -1;
        plan->types = types;
        int *sizes = realloc(plan->sizes, (size_t)room * sizeof *sizes);
        if (!sizes)
            return -1;
        plan->sizes = sizes;
        plan->type_room = room;
    }
    for (; plan->type_count < count; plan->type_count++)
        plan->types[plan->type_count] = -1;
    return 0;
}

static int note(struct plan *plan, int position, int type, int size)
{
    if (grow_types(plan, position + 1) < 0)
        return -1;
    plan->types[position] = type;
    plan->sizes[position] = size;
    return 0;
}

// Positions and types of one conversion's arguments. `next` is the position of the next unnumbered one.
static int place(struct plan *plan, struct placed_spec *placed, int *next)
{
    struct printf_spec *spec = &placed->spec;
    if (spec->width_star) {
        if (spec->width_argument < 0)
            spec->width_argument = (*next)++;
        if (note(plan, spec->width_argument, 0, sizeof(int)) < 0)
            return -1;
    }
    if (spec->precision_star) {
        if (spec->precision_argument < 0)
            spec->precision_argument = (*next)++;
        if (note(plan, spec->precision_argument, 0, sizeof(int)) < 0)
            return -1;
    }
    placed->registered_count = -1;
    int types[MAXIMUM_PER_SPEC], sizes[MAXIMUM_PER_SPEC], count = -1;
    if (glibc_compat_printf_has_hooks && glibc_compat_printf_is_registered(spec->conversion))
        count = placed->registered_count = glibc_compat_printf_registered_arguments(spec, IS_WIDE, types, sizes, MAXIMUM_PER_SPEC);
    if (count < 0) {
        types[0] = plan->reporting ? glibc_compat_printf_reported_type(spec) : glibc_compat_printf_type(spec);
        sizes[0] = 0;
        count = types[0] >= 0;
    }
    if (count == 0)
        return 0;
    if (spec->argument < 0) {
        spec->argument = *next;
        *next += count;
    }
    for (int i = 0; i < count; i++)
        if (note(plan, spec->argument + i, types[i], sizes[i]) < 0)
            return -1;
    return 0;
}

static int read_plan(struct plan *plan, const CHAR *percent)
{
    int next = 0;
    while (*percent) {
        if (plan->spec_count == plan->spec_room) {
            size_t room = plan->spec_room ? plan->spec_room * 2 : 16;
            struct placed_spec *specs = realloc(plan->specs, room * sizeof *specs);
            if (!specs)
                return -1;
            plan->specs = specs;
            plan->spec_room = room;
        }
        struct placed_spec *placed = &plan->specs[plan->spec_count];
        placed->text = parse_spec(percent + 1, &placed->spec);
        if (!placed->text) {
            errno = EOVERFLOW;
            return -1;
        }
        plan->spec_count++;
        if (place(plan, placed, &next) < 0)
            return -1;
        percent = find_percent(placed->text);
    }
    return 0;
}

// Types that the program registered lie behind the values, each on 16 bytes.
static int fetch_all(const struct plan *plan, union printf_value *values, char *user, struct printf_arguments *arguments)
{
    for (int i = 0; i < plan->type_count; i++) {
        // A gap is taken for an int, as glibc does without fortification.
        int type = plan->types[i] < 0 ? 0 : plan->types[i];
        enum printf_kind kind = glibc_compat_printf_kind_of_type(type);
        if (kind == KIND_USER) {
            values[i].pointer = user;
            if (glibc_compat_printf_fetch_user(type, user, arguments) < 0)
                return -1;
            user += (plan->sizes[i] + 15) & ~15;
        } else {
            glibc_compat_printf_fetch(&values[i], kind, arguments);
        }
    }
    return 0;
}

// The program's function writes to a stream: what it wrote is taken over. Returns -2 where the standard conversion is to be done.
static int call_registered(struct output *out, const struct placed_spec *placed, union printf_value *values)
{
    const void *pointers[MAXIMUM_PER_SPEC];
    for (int i = 0; i < placed->registered_count; i++) {
        // A value of a registered type is reached through one pointer more.
        pointers[i] = &values[placed->spec.argument + i];
    }
    CHAR *text = NULL;
    size_t length = 0;
    FILE *file = OPEN_STREAM(&text, &length);
    if (!file)
        return -1;
    int result = glibc_compat_printf_call(file, &placed->spec, IS_WIDE, pointers);
    fclose(file);
    if (result >= 0)
        put(out, text, length);
    free(text);
    return result;
}

static void print_plan(struct output *out, const struct plan *plan, union printf_value *values, int saved_errno)
{
    for (size_t i = 0; i < plan->spec_count && !out->error; i++) {
        const struct placed_spec *placed = &plan->specs[i];
        struct printf_spec spec = placed->spec;
        if (spec.width_star)
            use_width(&spec, values[spec.width_argument].integer);
        if (spec.precision_star)
            spec.precision = values[spec.precision_argument].integer < 0 ? -1 : values[spec.precision_argument].integer;
        int result = -2;
        if (placed->registered_count >= 0) {
            struct placed_spec now = *placed;
            now.spec = spec;
            result = call_registered(out, &now, values);
            if (result == -1)
                fail(out, errno);
        }
        if (result == -2) {
            union printf_value none = { 0 };
            // A format that ends within a conversion is not an error here.
            convert(out, &spec, spec.argument >= 0 && spec.argument < plan->type_count ? &values[spec.argument] : &none, saved_errno);
        }
        put(out, placed->text, (size_t)(find_percent(placed->text) - placed->text));
    }
}

static void format_positional(struct output *out, const CHAR *percent, struct printf_arguments *arguments, int saved_errno)
{
    struct plan plan = { 0 };
    size_t user_size = 0;
    if (read_plan(&plan, percent) < 0) {
        fail(out, errno);
    } else {
        for (int i = 0; i < plan.type_count; i++)
            if (plan.types[i] >= 0 && glibc_compat_printf_kind_of_type(plan.types[i]) == KIND_USER)
                user_size += (size_t)((plan.sizes[i] + 15) & ~15);
        union printf_value *values = calloc(1, ((size_t)plan.type_count + 1) * sizeof *values + user_size);
        if (!values || fetch_all(&plan, values, (char *)(values + plan.type_count + 1), arguments) < 0)
            fail(out, errno);
        else
            print_plan(out, &plan, values, saved_errno);
        free(values);
    }
    free(plan.specs);
    free(plan.types);
    free(plan.sizes);
}
