/* attachment.c - the stored file that goes with a mail. */
#include "reports/messenger/attachment.h"

#include <stdlib.h>
#include <unistd.h>

#include "store/files.h"

int
attachment_read(const struct files *files, const struct delivery *d,
    struct mail_file *file)
{
	const size_t size = (size_t)d->file_size;
	unsigned char *data = malloc(size + 1);
	size_t len = 0;
	ssize_t n = 1;
	int fd;

	files_look(files, d->file_hash, &fd);
	while (data != NULL && fd != -1 && len < size && n > 0)
		if ((n = read(fd, data + len, size - len)) > 0)
			len += (size_t)n;
	if (fd != -1)
		close(fd);
	if (data == NULL || fd == -1 || len != size) {
		free(data);
		return -1;
	}
	*file = (struct mail_file){ d->file_name, d->file_type, data, len };
	return 0;
}

void
attachment_free(struct mail_file *file)
{
	free(file->data);
	file->data = NULL;
}
